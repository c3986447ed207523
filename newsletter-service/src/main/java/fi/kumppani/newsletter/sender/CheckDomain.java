package fi.kumppani.newsletter.sender;

import fi.kumppani.kit.store.StaleVersionException;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.newsletter.sender.DomainRecords.Answer;
import fi.kumppani.newsletter.sender.WantedRecord.Kind;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Looks whether the domain of the current municipality's sender says that letters may come from it.
 * While the name service does not answer, what was seen before holds.
 */
@Service
public class CheckDomain {

    private static final Pattern TERMS = Pattern.compile("\\s+");
    private static final Pattern TAGS = Pattern.compile("\\s*;\\s*");
    private static final String SPF = "v=spf1";
    private static final String DMARC = "v=DMARC1";

    private final SenderProfiles profiles;
    private final DomainRecords records;
    private final DomainRules rules;
    private final Clock clock;

    CheckDomain(SenderProfiles profiles, DomainRecords records, DomainRules rules, Clock clock) {
        this.profiles = profiles;
        this.records = records;
        this.rules = rules;
        this.clock = clock;
    }

    /** What became of looking. */
    public enum Look {
        /** What was found is kept. */
        DONE,
        /** There is nothing to look at. */
        NO_SENDER,
        /** The name service does not answer; what was seen before holds. */
        UNANSWERED
    }

    /** Looks, and keeps what is found. */
    public Look look() {
        Stored<Optional<SenderProfile>> stored = profiles.current();
        if (stored.body().isEmpty()) {
            return Look.NO_SENDER;
        }
        Optional<SeenRecords> found = find(stored.body().get());
        if (found.isEmpty()) {
            return Look.UNANSWERED;
        }
        try {
            var _ =
                    profiles.change(
                            stored.version(), is -> is.map(profile -> profile.with(found.get())));
        } catch (StaleVersionException _) {
            // Somebody described another one meanwhile; looked at by whoever did.
        }
        return Look.DONE;
    }

    /** What the domain of a sender is to publish. */
    public List<WantedRecord> wanted(SenderProfile profile) {
        String domain = profile.address().domain();
        String include = include(profile);
        return List.of(
                new WantedRecord(
                        Kind.SPF,
                        domain,
                        SPF + (include == null ? "" : " include:" + include) + " ~all",
                        profile.seen().spf()),
                new WantedRecord(
                        Kind.DKIM,
                        keyName(profile),
                        "v=DKIM1; k=rsa; p=" + profile.key().publicKey(),
                        profile.seen().dkim()),
                new WantedRecord(
                        Kind.DMARC,
                        "_dmarc." + domain,
                        DMARC + "; p=none",
                        profile.seen().dmarc()));
    }

    private Optional<SeenRecords> find(SenderProfile profile) {
        String domain = profile.address().domain();
        String include = include(profile);
        Optional<Boolean> spf = has(domain, texts -> allows(texts, include));
        Optional<Boolean> dkim =
                has(keyName(profile), texts -> holds(texts, profile.key().publicKey()));
        Optional<Boolean> dmarc = hasPolicy(domain);
        return spf.isPresent() && dkim.isPresent() && dmarc.isPresent()
                ? Optional.of(
                        new SeenRecords(
                                spf.get(),
                                dkim.get(),
                                dmarc.get(),
                                clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                : Optional.empty();
    }

    private Optional<Boolean> has(String name, Predicate<List<String>> wanted) {
        return switch (records.texts(name)) {
            case Answer.Known(var texts) -> Optional.of(wanted.test(texts));
            case Answer.Away _ -> Optional.empty();
        };
    }

    /** A policy of the domain or of one above it, short of the last label (RFC 7489, 6.6.3). */
    private Optional<Boolean> hasPolicy(String domain) {
        String at = domain;
        while (at.indexOf('.') > 0) {
            Optional<Boolean> found =
                    has(
                            "_dmarc." + at,
                            texts ->
                                    texts.stream()
                                            .anyMatch(text -> DMARC.equals(tags(text).getFirst())));
            if (found.isEmpty() || found.get()) {
                return found;
            }
            at = at.substring(at.indexOf('.') + 1);
        }
        return Optional.of(false);
    }

    /** Two records are as bad as none (RFC 7208, 4.5). */
    private static boolean allows(List<String> texts, @Nullable String include) {
        List<List<String>> found =
                texts.stream()
                        .map(text -> List.of(TERMS.split(text.strip().toLowerCase(Locale.ROOT))))
                        .filter(terms -> SPF.equals(terms.getFirst()))
                        .toList();
        return found.size() == 1
                && (include == null
                        || found.getFirst().contains("include:" + include.toLowerCase(Locale.ROOT))
                        || found.getFirst()
                                .contains("+include:" + include.toLowerCase(Locale.ROOT)));
    }

    private static boolean holds(List<String> texts, String publicKey) {
        return texts.stream()
                .anyMatch(
                        text ->
                                tags(text).stream()
                                        .map(tag -> TERMS.matcher(tag).replaceAll(""))
                                        .anyMatch(("p=" + publicKey)::equals));
    }

    private static List<String> tags(String text) {
        return List.of(TAGS.split(text.strip()));
    }

    private @Nullable String include(SenderProfile profile) {
        return profile.server() == null ? rules.spfInclude() : null;
    }

    private static String keyName(SenderProfile profile) {
        return profile.key().selector() + "._domainkey." + profile.address().domain();
    }
}
