package fi.kumppani.newsletter.municipality;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.letter.Brand;
import fi.kumppani.newsletter.letter.DomainSignature;
import fi.kumppani.newsletter.letter.Sender;
import fi.kumppani.newsletter.letter.Senders;
import fi.kumppani.newsletter.sender.SenderProfile;
import fi.kumppani.newsletter.sender.SenderProfiles;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Letters come from the municipality they are about: from its own sender once that is verified,
 * from one of the deployment until then. One the registry has not told of has a code.
 */
@Service
class MunicipalSenders implements Senders {

    private static final String UNNAMED = "Kumppani";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_IN_A_LABEL = Pattern.compile("[^a-z0-9]+");

    private final MunicipalityNames names;
    private final SenderProfiles profiles;
    private final SenderRules rules;

    MunicipalSenders(MunicipalityNames names, SenderProfiles profiles, SenderRules rules) {
        this.names = names;
        this.profiles = profiles;
        this.rules = rules;
    }

    @Override
    public Sender of(Language language) {
        return of(language, rules.domain());
    }

    @Override
    public Sender ofLetters(Language language) {
        return of(language, rules.letterDomain());
    }

    private Sender of(Language language, String domain) {
        MunicipalityCode municipality = Tenancy.current();
        Optional<LocalizedText> known = names.current();
        String name = known.map(text -> text.in(language).text()).orElse(UNNAMED);
        Optional<SenderProfile> profile = profiles.current().body();
        if (profile.filter(SenderProfile::isVerified).isPresent()) {
            return verified(profile.get(), name, language);
        }
        Brand brand = profile.map(SenderProfile::brand).orElse(Brand.PLAIN);
        String label =
                known.map(text -> label(text.in(Language.FI).text()))
                        .filter(text -> !text.isEmpty())
                        .orElse("kunta-" + municipality.value());
        EmailAddress address = new EmailAddress("noreply@" + label + "." + domain);
        return new Sender(address, name, address, brand, signature(address));
    }

    private static Sender verified(SenderProfile profile, String municipality, Language language) {
        LocalizedText name = profile.name();
        return new Sender(
                profile.address(),
                name == null ? municipality : name.in(language).text(),
                profile.replyTo(),
                profile.brand(),
                new DomainSignature(
                        profile.address().domain(),
                        profile.key().selector(),
                        profile.key().privateKey()));
    }

    /** The deployment signs for its domain and what is under it (RFC 7489, 3.1.1: relaxed). */
    private @Nullable DomainSignature signature(EmailAddress address) {
        DomainSignature ours = rules.signature();
        return ours != null && ("." + address.domain()).endsWith("." + ours.domain()) ? ours : null;
    }

    /** {@code seinajoki} for Seinäjoki. */
    private static String label(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        String label = NOT_IN_A_LABEL.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        return label.replaceAll("^-+|-+$", "");
    }
}
