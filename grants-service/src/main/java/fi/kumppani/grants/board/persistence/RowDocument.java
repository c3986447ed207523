package fi.kumppani.grants.board.persistence;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.board.BoardRow;
import fi.kumppani.grants.board.Ending;
import fi.kumppani.grants.board.Resolution;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Outcome;
import fi.kumppani.grants.grantapplication.verdict.KeptVerdict;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A row as it is kept, under {@code <list>:<application>}. */
record RowDocument(
        String application,
        String applicant,
        @Nullable List<String> partners,
        int position,
        KeptVerdict proposal,
        boolean off,
        @Nullable ResolutionPart resolution,
        @Nullable EndingPart ending,
        long version) {

    static RowDocument from(BoardRow row) {
        return new RowDocument(
                row.application().value(),
                row.applicant().value(),
                row.partners().isEmpty()
                        ? null
                        : row.partners().stream().map(AssociationId::value).sorted().toList(),
                row.position(),
                KeptVerdict.from(row.proposal()),
                row.isOff(),
                ResolutionPart.from(row.resolution()),
                EndingPart.from(row.ending()),
                row.version());
    }

    BoardRow toDomain() {
        return new BoardRow(
                new ApplicationId(application),
                new AssociationId(applicant),
                Objects.requireNonNullElse(partners, List.<String>of()).stream()
                        .map(AssociationId::new)
                        .collect(Collectors.toSet()),
                position,
                proposal.toDomain(),
                off,
                resolution == null ? null : resolution.toDomain(),
                ending == null ? null : ending.toDomain(),
                version);
    }

    /**
     * What was resolved.
     *
     * @param kind {@code as-proposed}, {@code otherwise}, {@code tabled} or {@code returned}
     */
    record ResolutionPart(String kind, @Nullable KeptVerdict verdict) {

        static @Nullable ResolutionPart from(@Nullable Resolution resolution) {
            return switch (resolution) {
                case null -> null;
                case Resolution.AsProposed _ -> new ResolutionPart("as-proposed", null);
                case Resolution.Otherwise(var verdict) ->
                        new ResolutionPart("otherwise", KeptVerdict.from(verdict));
                case Resolution.Tabled _ -> new ResolutionPart("tabled", null);
                case Resolution.Returned _ -> new ResolutionPart("returned", null);
            };
        }

        Resolution toDomain() {
            if (verdict != null) {
                return new Resolution.Otherwise(verdict.toDomain());
            }
            return switch (kind) {
                case "as-proposed" -> new Resolution.AsProposed();
                case "tabled" -> new Resolution.Tabled();
                case "returned" -> new Resolution.Returned();
                default -> throw new IllegalStateException("Unknown: " + kind);
            };
        }
    }

    /**
     * What became of it.
     *
     * @param outcome null when it was left open
     * @param reason why it was left open
     */
    record EndingPart(@Nullable String outcome, long grantedCents, @Nullable String reason) {

        static @Nullable EndingPart from(@Nullable Ending ending) {
            return switch (ending) {
                case null -> null;
                case Ending.Decided(var outcome, var granted) ->
                        new EndingPart(outcome.code(), granted.cents(), null);
                case Ending.LeftOpen(var reason) -> new EndingPart(null, 0, reason);
            };
        }

        Ending toDomain() {
            if (outcome != null) {
                return new Ending.Decided(
                        WireCodes.read(Outcome.class, outcome).orElseThrow(),
                        new Euros(grantedCents));
            }
            return new Ending.LeftOpen(reason == null ? "" : reason);
        }
    }
}
