package fi.kumppani.newsletter.issue;

/** What others are told about an issue. */
public sealed interface News {

    /** It went out to its recipients. */
    record Sent(Issue.Sent issue) implements News {}

    /** One letter of it may have arrived, and is sent once more. */
    record LetterUncertain(Chunk.Id chunk, String letterId) implements News {}

    /** One letter of it will not be delivered. */
    record LetterFailed(Chunk.Id chunk, String letterId) implements News {}
}
