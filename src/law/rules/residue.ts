/** What was left behind when a text was copied or not finished. */
import type { Rule } from '../rule.ts';
import { words } from '../signals.ts';

export const residue: readonly Rule[] = [
  {
    code: 'contact-blank',
    family: 'residue',
    title: 'An address that was never filled in',
    law: { act: 'UK GDPR', section: 'Art 12(2), 13(1)(a)' },

    severity: 'warning',
    isOfAnyLaw: true,
    ask: words({
      terms: [
        {
          bad: /\b(?:e-?mail us|send (?:us )?an e-?mail) or\b/i,
          when: ({ all }) => !all.includes('@'),
        },
      ],
      bad: [
        /\b(?:e-?mail|contact|write to|call|phone|ring|telephone|text|reach) (?:us|him|her|them) (?:at|on|via|by)(?:(?= (?:or|and) (?:write|call|phone|by|email|e-mail|post|at)\b)|(?= ?[.,;]$)|$)/i,
        /\b(?:by|via) (?:e-?mail|post|phone|telephone) (?:at|on) ?[.,;]/i,
        /\be-?mail:? (?:or|and) (?:write|call|phone)\b/i,
      ],
      unless: [/\b(?:following|below|details)\b/i],
    }),
    message: '"{found}" leads to an address that is missing.',
    fix: 'Put the address in: [privacy@acme.example](mailto:privacy@acme.example), or print it with <Contact />.',
    // "email us or write to us at …" is sound if the e-mail address stands elsewhere: that signal needs a text without any. A component may print it on the next line.
    fail: ['You can email us at or write to us at 1 Example Wharf.', 'You can call us on.'],
    pass: [
      'You can email us at privacy@acme.example or write to us.',
      'Contact us by email or post.',
    ],
  },
  {
    code: 'placeholder',
    family: 'residue',
    title: 'A gap of the template',
    law: {
      act: 'UK GDPR',
      section: 'Art 12(1): concise, transparent, intelligible, easily accessible',
    },

    severity: 'warning',
    isOfAnyLaw: true,
    ask: words({
      terms: [
        {
          // Brackets in a quotation are its author's, unless they ask for something.
          bad: /\[(?!\^|\d|\s?x?\s?\]|sic\]|at\]|dot\]|…\]|\.{3}\]|\d+\])[^\]\[]{1,60}\](?!\()/i,
          isOutsideQuotations: true,
        },
      ],
      bad: [
        /\[(?:insert|your|company|business|organisation|firm|name|date|address|e-?mail|phone|website|DPO)\b[^\]\[]{0,60}\](?!\()/i,
        /\blorem ipsum\b/i,
        /\b(?:TODO|FIXME|TBC|TBD)\b|(?<!\b(?:need|needs|needed|has|have|had|having|must|is|are|going|awaiting|waiting)\s)\bto be confirmed\b(?! (?:by|in|with|through|via|before|when|within)\b)/i,
        /\binsert (?:your |the |company |business |website )*(?:name|address|date|e-?mail|details|number)\b/i,
        // A note about a change of name is no gap.
        /\byour company name\b|(?<!\b(?:updat|chang|amend|correct|replac|renam|remov|add|us|under|show)(?:e|es|ed|ing)?\s)\bthe company name\b(?! (?:to|has|have|was|is|changed|change|under|on|appears|or|and)\b)/i,
        /@(?:example|domain|yourdomain|company)\.(?:com|co\.uk|org)\b/i,
        /\bdd\/mm\/yy(?:yy)?\b/i,
        /_{4,}/i,
        /\{\{[^{}]*\}\}|<<[^<>]*>>/i,
        /\bX{3,}\b/i,
        /\bthis section is being worked on\b/i,
      ],
      within: 'block',
    }),
    message: '"{found}" looks like a gap of a template.',
    fix: 'Fill it in or delete it. To print brackets on purpose, waive the rule for this place with a reason.',
    // Brackets in quotations or legal drafting; name [at] domain is left out, [email protected] is not (it is an address lost in copying); "to be confirmed" as a state of an order; "XXX" as a size. Footnotes, [sic], numbers and links are left out.
    fail: ['Complaints about [Acme’s] use of your data', 'Contact us at [insert email].'],
    pass: [
      'See [how long](#retention).',
      'The order is “[sic] final”.',
      'This step needs to be confirmed by email.',
      'July 2016: updated the company name to reflect the change.',
    ],
  },
  {
    code: 'page-chrome',
    family: 'residue',
    title: 'Remains of a web page',
    law: {
      act: 'UK GDPR',
      section: 'Art 12(1): concise, transparent, intelligible, easily accessible',
    },

    severity: 'warning',
    isOfAnyLaw: true,
    ask: words({
      where: ({ kind }) => kind === 'paragraph',
      bad: [
        /^(?:skip to (?:the )?(?:main )?content|skip navigation|(?:back|return|go) to (?:the )?top|print (?:this )?page|share (?:this )?(?:page|article)?|toggle (?:navigation|menu)|menu|close|home|search|read more|loading…?|you are here:?.*|home ?[>»\/›].*|(?:©|copyright).*|all rights reserved\.?|(?:accept|reject) (?:all )?cookies|powered by \w+|leave a (?:comment|reply)|share on \w+|add to basket|log ?in|sign up|next|previous)$/i,
      ],
      within: 'whole-block',
    }),
    message: '"{found}" belongs to the page the text was copied from.',
    fix: 'Delete the line.',
    // A list item or table cell that is one word ("Search" as a purpose): paragraphs only, not items or cells.
    fail: ['skip to Main Content', 'Back To Top'],
    pass: ['Go back to the top of this list by choosing a letter.'],
  },
  {
    code: 'link-lost',
    family: 'residue',
    title: 'Words that were a link',
    law: {
      act: 'UK GDPR',
      section: 'Art 12(1): concise, transparent, intelligible, easily accessible',
      note: 'WCAG 2.4.4 for link words that say nothing.',
    },

    severity: 'warning',
    isOfAnyLaw: true,
    ask: words({
      terms: [
        {
          // A document that people are sent to: naming it without a link is no breach.
          bad: /\b(?:view|see|read|refer to|consult) (?:our|the) (?:[a-z]+ ){0,3}(?:cookies? (?:policy|notice|list)|(?:security|retention|complaints) (?:policy|procedure|schedule)(?: document)?|retention schedule|end user licen[cs]e agreement)\b/i,
          severity: 'info',
        },
      ],
      bad: [
        /\b(?:click(?:ing)? (?:on )?(?:right )?here|right here(?! (?:in|on|at)\b)|(?:by|via|following|using|through|clicking(?: on)?|click(?: on)?|at|on|see) this link|(?:read|find out|learn|see) (?:more )?here|available here(?! ?:)|(?:visit|on|at|see) (?:the )?(?:ICO|Information Commission(?:er)?)(?:'s)?(?: Office)?(?:'s)? website)\b(?!⟩)/i,
      ],
      unless: [/⟨/i, /https?:|www\.|\b[a-z0-9-]+\.(?:co\.uk|org\.uk|com|org|gov\.uk)\b/i],
      seesLinks: true,
    }),
    message: '"{found}" was a link and has lost its target.',
    fix: 'Link words that say where they lead: [the ICO’s page on access](https://ico.org.uk/…).',
    // "Here" in its plain sense is not matched alone. Printed notices that name a website in words.
    fail: [
      'You can read more about this right here.',
      'For more, click here.',
      'To switch cookies off, view our cookies policy.',
    ],
    pass: [
      'This is needed for what we promise you under our Terms of Service.',
      'You can read more about [your right of access](https://ico.org.uk/access).',
      'We work from here in Reigate.',
      'See our [cookie policy](https://acme.example/cookies).',
      'What we delete and when is set by our retention schedule.',
    ],
  },
  {
    code: 'reference-by-place',
    family: 'residue',
    title: 'A reference that hangs on its place',
    law: {
      act: 'UK GDPR',
      section: 'Art 12(1): concise, transparent, intelligible, easily accessible',
      note: 'Sections are linked to, embedded and printed alone.',
    },

    severity: 'info',
    isOfAnyLaw: true,
    ask: words({
      terms: [
        {
          bad: /\bthe tables? (?:above|below)\b|\b(?:above|below|following) table\b/i,
          when: ({ hasTable }) => !hasTable,
        },
      ],
      bad: [
        // A pointer in brackets, without a link.
        /\((?:please )?see (?:[^()]{0,40} )?(?:below|above)\)/i,
        /\bat the (?:very )?(?:top|bottom|foot|end|beginning|start|head) of (?:this|the|our) (?:privacy |web ?)?(?:page|notice|policy|document|statement|site)\b/i,
      ],
      // A day, or a button, is where the page has it.
      unless: [/⟨/i, /\b(?:dates?|updated|revised|settings|button|banner|menu)\b/i],
      seesLinks: true,
    }),
    message: '"{found}" leads nowhere for someone who arrives at this section by a link.',
    fix: 'Link to the section: [contact details](#contact).',
    // A button of the page ("Cookie settings at the bottom of this page"). A print-only notice. "Above" and "below" in a sentence are not matched: within a section they are fine.
    fail: [
      'Contact us using the details at the top of this privacy notice.',
      'Write to our manager (see Contact details below).',
      'You can object (see above).',
    ],
    pass: [
      'Contact us using [these details](#contact).',
      'You can object ([see below](#object)).',
      'The list below shows them.',
      'The date at the top of this page says when we changed it.',
      'Choose “Cookie settings” at the bottom of this page.',
    ],
  },
];
