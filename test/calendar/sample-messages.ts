import { appleReply, googleReply, outlookReply, thunderbirdReply } from './sample-replies.js';
import {
  bridgedReply,
  kontactReply,
  nextcloudReply,
  yahooReply,
  zimbraReply,
} from './sample-server-replies.js';
import {
  bounce,
  counterProposal,
  humanAnswer,
  outOfOffice,
  refreshRequest,
  winmail,
} from './sample-strays.js';
import type { Sample } from './sample-text.js';

/** Raw messages as they come to the planning, each as its sender writes it; all about one invitation. */
export const sampleMessages = {
  googleReply,
  outlookReply,
  appleReply,
  thunderbirdReply,
  yahooReply,
  zimbraReply,
  nextcloudReply,
  kontactReply,
  bridgedReply,
  counterProposal,
  refreshRequest,
  bounce,
  outOfOffice,
  humanAnswer,
  winmail,
} satisfies Record<string, Sample>;
