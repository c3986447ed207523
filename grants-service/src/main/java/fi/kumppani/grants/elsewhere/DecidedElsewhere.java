package fi.kumppani.grants.elsewhere;

import fi.kumppani.grants.grantapplication.Outcome;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A decision of another municipality, as far as everybody may know of it.
 *
 * @param call what its call is called; null while that was not told here
 * @param kind of its call; null likewise
 */
public record DecidedElsewhere(
        MunicipalityCode municipality,
        @Nullable LocalizedText call,
        @Nullable GrantKind kind,
        Euros requested,
        Euros granted,
        Outcome outcome,
        LocalDate decidedOn) {}
