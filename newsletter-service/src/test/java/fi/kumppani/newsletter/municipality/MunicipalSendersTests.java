package fi.kumppani.newsletter.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.dispatch.Work;
import fi.kumppani.newsletter.letter.Sender;
import fi.kumppani.newsletter.sender.SenderProfile;
import fi.kumppani.newsletter.sender.SenderProfiles;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

class MunicipalSendersTests {

    private static final MunicipalityCode SEINAJOKI = new MunicipalityCode("743");

    private final MunicipalSenders senders =
            new MunicipalSenders(
                    () -> Optional.of(LocalizedText.finnish("Seinäjoki")),
                    new NoProfiles(),
                    new SenderRules("example.org", "letters.example.org", null));

    @Test
    void keepsTheDomainsOfMailsAndNewslettersApart() {
        Sender ofMails = Tenancy.callIn(SEINAJOKI, () -> senders.of(Language.FI));
        Sender ofLetters = Tenancy.callIn(SEINAJOKI, () -> senders.ofLetters(Language.FI));

        assertThat(ofMails.address().value()).isEqualTo("noreply@seinajoki.example.org");
        assertThat(ofLetters.address().value()).isEqualTo("noreply@seinajoki.letters.example.org");
        assertThat(ofLetters.name()).isEqualTo(ofMails.name()).isEqualTo("Seinäjoki");
    }

    /** Nobody has described a sender of their own. */
    private static final class NoProfiles implements SenderProfiles {

        @Override
        public Stored<Optional<SenderProfile>> current() {
            return new Stored<>("743", SEINAJOKI, 0, 0, Optional.empty());
        }

        @Override
        public Stored<Optional<SenderProfile>> change(
                long version, UnaryOperator<Optional<SenderProfile>> change) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Work> all(String after, int limit) {
            return List.of();
        }
    }
}
