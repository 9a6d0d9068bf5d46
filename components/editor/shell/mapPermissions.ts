/** What the page offers beside editing; the server decides, and decides again on each request. */
export type MapPermissions = {
  /** Make and close join links. */
  mayShare: boolean;
  /** Take the map along as PDF, picture or file. */
  mayExport: boolean;
  /** See who changed what. */
  mayReadActivity: boolean;
  /** Take back what somebody else did in the last minutes. */
  mayTakeBack: boolean;
  /** Read what was said about the map, and say something. */
  mayReadComments: boolean;
  mayComment: boolean;
  /** Save the map as a template of its workspace. */
  mayKeepTemplate: boolean;
  /** Whether there is a list of maps to go back to: guests have none. */
  hasList: boolean;
};
