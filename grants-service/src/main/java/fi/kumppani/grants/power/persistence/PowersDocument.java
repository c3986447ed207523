package fi.kumppani.grants.power.persistence;

import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.power.DecisionPower;
import fi.kumppani.grants.power.Powers;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All powers to decide of one municipality as they are kept. */
record PowersDocument(List<PowerPart> powers) {

    static PowersDocument from(Powers powers) {
        return new PowersDocument(powers.all().stream().map(PowerPart::from).toList());
    }

    Powers toDomain() {
        return new Powers(powers.stream().map(PowerPart::toDomain).toList());
    }

    /**
     * One power.
     *
     * @param lets what it lets do; absent of those recorded while all were to decide
     */
    record PowerPart(
            String id,
            @Nullable String lets,
            String maker,
            String title,
            List<String> kinds,
            @Nullable Long limitCents,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            String rule,
            List<String> holders,
            String recordedBy,
            Instant recordedAt,
            List<EndingPart> endings) {

        static PowerPart from(DecisionPower power) {
            DecisionPower.Terms terms = power.terms();
            Euros limit = terms.limit();
            return new PowerPart(
                    power.id(),
                    WireCodes.of(terms.use()),
                    WireCodes.of(terms.kind()),
                    terms.title(),
                    terms.kinds().stream().map(WireCodes::of).sorted().toList(),
                    limit == null ? null : limit.cents(),
                    terms.from(),
                    terms.until(),
                    terms.rule(),
                    terms.holders().stream().sorted().toList(),
                    power.recorded().by(),
                    power.recorded().at(),
                    power.endings().stream().map(EndingPart::from).toList());
        }

        DecisionPower toDomain() {
            return new DecisionPower(
                    id,
                    new DecisionPower.Terms(
                            lets == null
                                    ? DecisionPower.Use.DECIDE
                                    : WireCodes.read(DecisionPower.Use.class, lets).orElseThrow(),
                            WireCodes.read(DecisionMaker.Kind.class, maker).orElseThrow(),
                            title,
                            kinds.stream()
                                    .map(each -> WireCodes.read(GrantKind.class, each))
                                    .map(each -> each.orElseThrow())
                                    .collect(Collectors.toUnmodifiableSet()),
                            limitCents == null ? null : new Euros(limitCents),
                            validFrom,
                            validUntil,
                            rule,
                            Set.copyOf(holders)),
                    new DecisionPower.Source(recordedBy, recordedAt),
                    endings.stream().map(EndingPart::toDomain).toList());
        }
    }

    record EndingPart(LocalDate until, String statedBy, Instant statedAt) {

        static EndingPart from(DecisionPower.Ending ending) {
            return new EndingPart(ending.until(), ending.source().by(), ending.source().at());
        }

        DecisionPower.Ending toDomain() {
            return new DecisionPower.Ending(until, new DecisionPower.Source(statedBy, statedAt));
        }
    }
}
