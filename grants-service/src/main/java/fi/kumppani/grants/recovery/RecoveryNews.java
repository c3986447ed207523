package fi.kumppani.grants.recovery;

import java.util.Optional;

/**
 * That something is claimed back of a grant, or came back.
 *
 * @param before as it was
 * @param now as it is
 */
public record RecoveryNews(Recovery before, Recovery now) {

    /** The claim that was proposed, decided or dropped; empty when something else happened. */
    public Optional<RecoveryClaim> moved() {
        return now.claims().stream()
                .filter(
                        each ->
                                before.claim(each.number())
                                        .filter(known -> known.stage().equals(each.stage()))
                                        .isEmpty())
                .findFirst();
    }
}
