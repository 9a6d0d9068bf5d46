/** What the page offers beside editing; the server decides, and decides again on each request. */
export type MapPermissions = {
  /** Make and close join links. */
  mayShare: boolean;
  /** Take the map along as PDF, picture or file. */
  mayExport: boolean;
  /** See who changed what. */
  mayReadActivity: boolean;
  /** See the map as it was, keep it as it is now, and delete what was kept. */
  mayReadVersions: boolean;
  maySaveVersion: boolean;
  /** Bring a version back into the live map, and undo that. */
  mayRestoreVersion: boolean;
  mayDeleteVersion: boolean;
  /** See who has signed, and put versions up for sign-off. */
  mayReadSignOffs: boolean;
  mayPutUpSignOff: boolean;
  /** Make a map of its own from a version. */
  mayMakeFuture: boolean;
  /** Take back what somebody else did in the last minutes. */
  mayTakeBack: boolean;
  /** Bring everybody to what one sees. */
  mayGather: boolean;
  /** Read what was said about the map, and say something. */
  mayReadComments: boolean;
  mayComment: boolean;
  /** See scores of what customers said, and read single answers. */
  mayReadFigures: boolean;
  mayReadAnswers: boolean;
  /** Save the map as a template of its workspace. */
  mayKeepTemplate: boolean;
  /** Whether there is a list of maps to go back to: guests have none. */
  hasList: boolean;
};

/** What nobody may who lost access while the map was open. */
export const nothingOfIt = {
  ...{ mayShare: false, mayExport: false, mayKeepTemplate: false, mayGather: false, maySaveVersion: false },
  ...{
    mayRestoreVersion: false,
    mayReadSignOffs: false,
    mayPutUpSignOff: false,
    mayMakeFuture: false,
    mayReadVersions: false,
    mayDeleteVersion: false,
  },
};
