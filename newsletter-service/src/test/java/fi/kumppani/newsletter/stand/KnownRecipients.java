package fi.kumppani.newsletter.stand;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.newsletter.mail.Facts;
import fi.kumppani.newsletter.mail.MailKind;
import fi.kumppani.newsletter.mail.Matter;
import fi.kumppani.newsletter.mail.Recipient;
import fi.kumppani.newsletter.mail.Recipients;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everybody who is mailed about events and grants has an address, unless told otherwise. */
public final class KnownRecipients implements Recipients {

    private boolean away;
    private boolean askedTwice;
    private Set<String> gone = Set.of();
    private Set<String> unreachable = Set.of();

    /** Nobody answers, or somebody does again. */
    public void away(boolean is) {
        away = is;
    }

    /** It is asked once more before the first byte of each mail. */
    public void askTwice() {
        askedTwice = true;
    }

    @Override
    public Set<MailKind> kindsAskedTwice() {
        return askedTwice ? kinds() : Set.of();
    }

    /** These aggregates have nobody to write to any more. */
    public void gone(String... about) {
        gone = Set.of(about);
    }

    /** These aggregates have somebody without a proper address. */
    public void unreachable(String... about) {
        unreachable = Set.of(about);
    }

    @Override
    public Set<MailKind> kinds() {
        return EnumSet.complementOf(
                EnumSet.of(
                        MailKind.SUBSCRIPTION_CONFIRMATION,
                        MailKind.SUBSCRIPTION_WELCOME,
                        MailKind.SUBSCRIPTION_PREFERENCES));
    }

    @Override
    public Answer of(List<Matter> mails) {
        if (away) {
            return new Answer.Away(Duration.ofSeconds(5));
        }
        return new Answer.Known(
                mails.stream()
                        .filter(mail -> !gone.contains(mail.about()))
                        .filter(mail -> !unreachable.contains(mail.about()))
                        .collect(Collectors.toMap(Matter::id, Function.<Matter>identity()))
                        .values()
                        .stream()
                        .collect(Collectors.toMap(Matter::id, KnownRecipients::recipient)),
                mails.stream()
                        .filter(mail -> unreachable.contains(mail.about()))
                        .map(Matter::id)
                        .collect(Collectors.toSet()));
    }

    private static Recipient recipient(Matter mail) {
        return new Recipient(
                new EmailAddress(mail.about() + "@example.org"),
                Language.FI,
                Map.of(),
                new Facts(Map.of("title", Map.of("fi", "Järjestöilta"))));
    }
}
