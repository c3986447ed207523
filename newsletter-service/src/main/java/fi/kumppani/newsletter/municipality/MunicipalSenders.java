package fi.kumppani.newsletter.municipality;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.letter.Sender;
import fi.kumppani.newsletter.letter.Senders;

import org.springframework.stereotype.Service;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Letters come from the municipality they are about; one the registry has not told of has a code.
 */
@Service
class MunicipalSenders implements Senders {

    private static final String UNNAMED = "Kumppani";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_IN_A_LABEL = Pattern.compile("[^a-z0-9]+");

    private final MunicipalityNames names;
    private final SenderRules rules;

    MunicipalSenders(MunicipalityNames names, SenderRules rules) {
        this.names = names;
        this.rules = rules;
    }

    @Override
    public Sender of(Language language) {
        MunicipalityCode municipality = Tenancy.current();
        Optional<LocalizedText> known = names.current();
        String name = known.map(text -> text.in(language).text()).orElse(UNNAMED);
        SenderRules.Own own = rules.own().get(municipality.value());
        if (own != null) {
            return new Sender(own.address(), name, own.replyTo());
        }
        String label =
                known.map(text -> label(text.in(Language.FI).text()))
                        .filter(text -> !text.isEmpty())
                        .orElse("kunta-" + municipality.value());
        EmailAddress address = new EmailAddress("noreply@" + label + "." + rules.domain());
        return new Sender(address, name, address);
    }

    /** {@code seinajoki} for Seinäjoki. */
    private static String label(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        String label = NOT_IN_A_LABEL.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        return label.replaceAll("^-+|-+$", "");
    }
}
