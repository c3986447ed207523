package fi.kumppani.newsletter.sender;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.store.StaleVersionException;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.newsletter.dispatch.Work;
import fi.kumppani.newsletter.letter.Brand;
import fi.kumppani.newsletter.sender.CheckDomain.Look;
import fi.kumppani.newsletter.sender.DescribeSender.Description;
import fi.kumppani.newsletter.sender.DescribeSender.Wish;
import fi.kumppani.newsletter.sender.DescribeSender.WishedServer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

class CheckDomainTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String DOMAIN = "viesti.seinajoki.fi";
    private static final EmailAddress FROM = new EmailAddress("uutiskirje@" + DOMAIN);
    private static final String SPF = "v=spf1 mx include:spf.kumppani.fi -all";
    private static final String DMARC = "v=DMARC1; p=none";

    private final OneProfile profiles = new OneProfile();
    private final KnownRecords records = new KnownRecords();
    private final DescribeSender describeSender =
            new DescribeSender(profiles, () -> UUID.randomUUID().toString());
    private final CheckDomain checkDomain =
            new CheckDomain(
                    profiles,
                    records,
                    new DomainRules("spf.kumppani.fi", Duration.ofHours(6)),
                    Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void describe() {
        describe(FROM, null);
    }

    @Test
    void isVerifiedOnceAllThatIsWantedIsPublished() {
        for (WantedRecord wanted : checkDomain.wanted(profile())) {
            assertThat(looked()).isFalse();
            records.publish(wanted.name(), "some-other=token", wanted.value());
        }
        assertThat(looked()).isTrue();
        assertThat(profile().seen().at()).isEqualTo(NOW);
        assertThat(checkDomain.wanted(profile())).allMatch(WantedRecord::seen);
    }

    @ParameterizedTest
    @CsvSource({
        "v=spf1 mx include:spf.kumppani.fi -all, true",
        "V=SPF1 +include:SPF.kumppani.fi, true",
        "v=spf1 mx -all, false",
        "v=spf1 include:spf.kumppani.fi.evil.example -all, false",
        "v=spf10 include:spf.kumppani.fi, false",
        "x v=spf1 include:spf.kumppani.fi, false"
    })
    void readsWhoMaySend(String record, boolean allows) {
        publish(record, key(), DMARC);
        assertThat(looked()).isEqualTo(allows);
    }

    @Test
    void takesTwoRecordsOfSendersAsNone() {
        publish(SPF, key(), DMARC);
        records.publish(DOMAIN, SPF, "v=spf1 -all");
        assertThat(looked()).isFalse();
    }

    @Test
    void takesNobodyElsesKey() {
        publish(SPF, "v=DKIM1; k=rsa; p=" + DomainKey.generate("k2").publicKey(), DMARC);
        assertThat(looked()).isFalse();
        publish(SPF, "v=DKIM1;k=rsa;p=" + profile().key().publicKey() + " ;t=s", DMARC);
        assertThat(looked()).isTrue();
    }

    @Test
    void takesThePolicyOfTheDomainAbove() {
        publish(SPF, key(), "nothing");
        assertThat(looked()).isFalse();
        records.publish("_dmarc.fi", DMARC);
        assertThat(looked()).as("the last label is nobody's own").isFalse();
        records.publish("_dmarc.seinajoki.fi", DMARC);
        assertThat(looked()).isTrue();
    }

    @Test
    void isNotVerifiedAnyMoreOnceARecordIsGone() {
        publish(SPF, key(), DMARC);
        assertThat(looked()).isTrue();
        records.publish("_dmarc." + DOMAIN);
        assertThat(looked()).isFalse();
    }

    @Test
    void keepsWhatWasSeenWhileTheNameServiceIsAway() {
        publish(SPF, key(), DMARC);
        assertThat(looked()).isTrue();
        records.away(true);
        assertThat(checkDomain.look()).isEqualTo(Look.UNANSWERED);
        assertThat(profile().isVerified()).isTrue();
    }

    @Test
    void keepsWhatWasSeenOfTheSameDomainAndNothingOfAnother() {
        publish(SPF, key(), DMARC);
        assertThat(looked()).isTrue();
        DomainKey key = profile().key();

        describe(new EmailAddress("tapahtumat@" + DOMAIN), null);
        assertThat(profile().isVerified()).isTrue();
        assertThat(profile().key()).isEqualTo(key);

        describe(new EmailAddress("uutiskirje@jarjestot.example.org"), null);
        assertThat(profile().isVerified()).isFalse();
        assertThat(profile().key().selector()).isNotEqualTo(key.selector());
    }

    @Test
    void sendsFromItsOwnServerWithAnySendersRecord() {
        publish("v=spf1 mx -all", key(), DMARC);
        assertThat(looked()).isFalse();
        describe(FROM, new WishedServer("smtp.seinajoki.fi", 587, "viesti", "secret"));
        assertThat(looked()).isTrue();
        assertThat(new OwnMailServers(profiles).current())
                .hasValueSatisfying(server -> assertThat(server.password()).isEqualTo("secret"));
    }

    @Test
    void showsAKnownPasswordToNoOtherServer() {
        describe(FROM, new WishedServer("smtp.seinajoki.fi", 587, "viesti", "secret"));

        assertThat(said(FROM, new WishedServer("smtp.seinajoki.fi", 587, "viesti", null)))
                .isInstanceOf(Description.Kept.class);
        assertThat(said(FROM, new WishedServer("smtp.evil.example", 587, "viesti", null)))
                .isInstanceOf(Description.PasswordNeeded.class);
        assertThat(said(FROM, new WishedServer("smtp.seinajoki.fi", 25, "viesti", null)))
                .isInstanceOf(Description.PasswordNeeded.class);
        assertThat(said(FROM, new WishedServer("smtp.seinajoki.fi", 587, "other", null)))
                .isInstanceOf(Description.PasswordNeeded.class);
    }

    private boolean looked() {
        assertThat(checkDomain.look()).isEqualTo(Look.DONE);
        return profile().isVerified();
    }

    private void publish(String spf, String dkim, String dmarc) {
        records.publish(DOMAIN, spf);
        records.publish(profile().key().selector() + "._domainkey." + DOMAIN, dkim);
        records.publish("_dmarc." + DOMAIN, dmarc);
    }

    private String key() {
        return "v=DKIM1; p=" + profile().key().publicKey();
    }

    private SenderProfile profile() {
        return profiles.current().body().orElseThrow();
    }

    private void describe(EmailAddress from, @Nullable WishedServer server) {
        assertThat(said(from, server)).isInstanceOf(Description.Kept.class);
    }

    private Description said(EmailAddress from, @Nullable WishedServer server) {
        return describeSender.describe(
                profiles.current().version(), new Wish(from, null, from, Brand.PLAIN, server));
    }

    /** The senders of one municipality. */
    private static final class OneProfile implements SenderProfiles {

        private static final MunicipalityCode SEINAJOKI = new MunicipalityCode("743");

        private Stored<Optional<SenderProfile>> known =
                new Stored<>("743", SEINAJOKI, 0, 0, Optional.empty());

        @Override
        public Stored<Optional<SenderProfile>> current() {
            return known;
        }

        @Override
        public Stored<Optional<SenderProfile>> change(
                long version, UnaryOperator<Optional<SenderProfile>> change) {
            if (version != known.version()) {
                throw new StaleVersionException();
            }
            known = known.after(0, change.apply(known.body()));
            return known;
        }

        @Override
        public List<Work> all(String after, int limit) {
            return List.of(new Work("743", SEINAJOKI));
        }
    }
}
