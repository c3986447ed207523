package fi.kumppani.grants.retention;

/**
 * Erases documents of one kind. Begun again after a crash, it finishes; done again, it changes
 * nothing.
 */
interface Eraser {

    /** Of which kind. */
    DocumentKind kind();

    /**
     * Erases those of an application, or a batch of payments.
     *
     * @param subject its id
     */
    Erased erase(String subject);

    /** What came of it. */
    enum Erased {
        /** All of it is gone. */
        GONE,
        /** Something is still owed or open, so it stays until another day. */
        NOT_YET
    }
}
