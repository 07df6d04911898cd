/** A thread of `npm run dev`: it reads the folder of notices, and keeps what it reads. */
import { workerData } from 'node:worker_threads';
import { readAndCheckFolder, type FolderOptions } from '../site/folder.ts';

await readAndCheckFolder(workerData as FolderOptions);
