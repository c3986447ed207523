package fi.kumppani.registry.association;

/** What is to be done with an association that was looked at. */
public sealed interface Step {

    /** Keep it as the news say, and tell them. */
    record Take(News news) implements Step {}

    /** Keep it so, and tell nobody: what is other than before concerns nobody else. */
    record Keep(Association association) implements Step {}

    /** It is so already. */
    record Stay() implements Step {}

    /** The state it is in does not allow the move. */
    record Refuse(Refusal refusal) implements Step {}
}
