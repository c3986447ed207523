package fi.kumppani.grants.document;

import fi.kumppani.grants.appeal.AppealInstruction;
import fi.kumppani.kit.text.Language;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a document of a decision, or of a proposal for one, says, in one language.
 *
 * @param title its heading
 * @param heading what stands over the verdict
 * @param facts what it is about, by their names
 * @param verdict what is decided
 * @param shares what is granted for which costs; empty when it is granted as a whole
 * @param grounds why, a paragraph each
 * @param secret what only the party and those who handle the matter may read
 * @param appeal how to claim a revised decision; null of what is only proposed
 */
public record DecisionDocument(
        Language language,
        String title,
        String heading,
        List<Fact> facts,
        String verdict,
        List<Fact> shares,
        List<String> grounds,
        @Nullable String secret,
        @Nullable AppealInstruction appeal) {

    /**
     * A name and what it stands for.
     *
     * @param name such as {@code Asianumero}
     * @param value such as {@code 743/2026/00042}
     */
    public record Fact(String name, String value) {}

    /** The same without what is secret. */
    public DecisionDocument withoutSecret() {
        return new DecisionDocument(
                language, title, heading, facts, verdict, shares, grounds, null, appeal);
    }
}
