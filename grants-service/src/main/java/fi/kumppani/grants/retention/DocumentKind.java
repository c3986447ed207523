package fi.kumppani.grants.retention;

/** A kind of document that is kept for a time of its own (asiakirjatyyppi). */
public enum DocumentKind {
    /** An application that was never handed in, with its files. */
    DRAFT,
    /** What an applicant wrote: purpose, answers, other grants, and whom to write to. */
    APPLICATION,
    /** The files that go with an application. */
    ATTACHMENTS,
    /** Decisions with their grounds, and what the ledger says of them. */
    DECISION,
    /** Who claimed a revised decision, and what they wrote. */
    REDRESS_CLAIM,
    /** Why a grantee asked for other terms. */
    CHANGE_REQUEST,
    /** What a usage report says in words, and its receipts. */
    USAGE_REPORT,
    /** Why something was claimed back, and what the grantee said to it. */
    RECOVERY,
    /** Batches of payments, with the accounts they went to. */
    PAYMENTS,
    /** The account that an association's grants are paid to. */
    BANK_ACCOUNT,
    /** What counts against the limit of de minimis aid. */
    DE_MINIMIS,
    /** Who was kept out of an application, or left it. */
    RECUSALS
}
