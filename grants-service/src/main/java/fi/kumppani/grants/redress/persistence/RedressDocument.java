package fi.kumppani.grants.redress.persistence;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.redress.Redress;
import fi.kumppani.grants.redress.RedressCase;
import fi.kumppani.kit.confidential.Confidential;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/** What was done about a decision, as it is kept. */
record RedressDocument(
        List<CasePart> cases, @Nullable LocalDate filedOn, @Nullable LocalDate endedOn) {

    static RedressDocument from(Redress redress) {
        Redress.CourtAppeal appeal = redress.courtAppeal();
        return new RedressDocument(
                redress.cases().stream().map(CasePart::from).toList(),
                appeal == null ? null : appeal.filedOn(),
                appeal == null ? null : appeal.endedOn());
    }

    Redress toDomain(String id) {
        return new Redress(
                new ApplicationId(id),
                cases.stream().map(CasePart::toDomain).toList(),
                filedOn == null ? null : new Redress.CourtAppeal(filedOn, endedOn));
    }

    record CasePart(
            int number,
            String kind,
            LocalDate arrivedOn,
            boolean late,
            int decision,
            String hearer,
            String requestKey,
            String requestHash,
            @Nullable Confidential claimant,
            @Nullable Confidential text,
            @Nullable RulingPart ruling) {

        static CasePart from(RedressCase each) {
            RedressCase.Claim claim = each.claim();
            return new CasePart(
                    each.number(),
                    WireCodes.of(each.kind()),
                    each.arrivedOn(),
                    each.late(),
                    each.decision(),
                    each.hearer(),
                    each.request().key(),
                    each.request().contentHash(),
                    claim == null ? null : new Confidential(claim.claimant()),
                    claim == null ? null : new Confidential(claim.text()),
                    each.ruling() == null ? null : RulingPart.from(each.ruling()));
        }

        RedressCase toDomain() {
            return new RedressCase(
                    number,
                    WireCodes.read(RedressCase.Kind.class, kind).orElseThrow(),
                    arrivedOn,
                    late,
                    decision,
                    hearer,
                    new Creation(requestKey, requestHash),
                    claimant == null || text == null
                            ? null
                            : new RedressCase.Claim(claimant.text(), text.text()),
                    ruling == null ? null : ruling.toDomain());
        }
    }

    record RulingPart(
            String outcome,
            LocalDate ruledOn,
            @Nullable String section,
            @Nullable LocalizedText explanation,
            @Nullable LocalDate knownOn) {

        static RulingPart from(RedressCase.Ruling ruling) {
            return new RulingPart(
                    WireCodes.of(ruling.outcome()),
                    ruling.ruledOn(),
                    ruling.section(),
                    ruling.explanation(),
                    ruling.knownOn());
        }

        RedressCase.Ruling toDomain() {
            return new RedressCase.Ruling(
                    WireCodes.read(RedressCase.Outcome.class, outcome).orElseThrow(),
                    ruledOn,
                    section,
                    explanation,
                    knownOn);
        }
    }
}
