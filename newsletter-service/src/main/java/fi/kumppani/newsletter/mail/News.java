package fi.kumppani.newsletter.mail;

import java.util.Optional;

/** What others are told about a mail. */
public sealed interface News {

    /** The mail. */
    Matter matter();

    /** It waits for its turn. */
    record Queued(Matter matter) implements News {}

    /** The server took it over. */
    record Sent(Matter matter) implements News {}

    /** It may have arrived, and is sent once more. */
    record Uncertain(Matter matter) implements News {}

    /** It will not be delivered. */
    record Failed(Matter matter) implements News {}

    /** The news of a mail that has come into its state, if others care. */
    static Optional<News> of(Mail mail) {
        return switch (mail) {
            case Mail.Sent(var matter, _, _) -> Optional.of(new Sent(matter));
            case Mail.Uncertain(var matter, _, _, _) -> Optional.of(new Uncertain(matter));
            case Mail.Failed(var matter, _, _, _) -> Optional.of(new Failed(matter));
            case Mail.Queued _, Mail.Sending _, Mail.Dropped _ -> Optional.empty();
        };
    }
}
