package fi.kumppani.grants.grantapplication.web;

import fi.kumppani.grants.costplan.ShareBody;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.Grounds;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.grants.grantapplication.verdict.MakerBody;
import fi.kumppani.grants.grantapplication.verdict.VerdictBody;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What the decision maker decides; see {@link VerdictBody}.
 *
 * @param deMinimis that what is granted is de minimis aid, even if the call does not say so
 * @param maker in which capacity it is decided; some official when absent
 */
record VerdictRequest(
        @NotNull VerdictBody.Kind decision,
        @Nullable Euros amount,
        @Nullable @Size(max = 8) List<@NotNull @Valid ShareBody> shares,
        @Nullable @Size(max = 10) List<@NotNull String> reasons,
        @Nullable LocalizedText explanation,
        @Nullable @Size(max = Grounds.MOST_CHARACTERS) String secret,
        @Nullable Boolean deMinimis,
        @Nullable @Valid MakerBody maker) {

    /** In which capacity it is decided. */
    DecisionMaker decisionMaker() {
        return maker == null ? DecisionMaker.SOME_OFFICIAL : maker.toDomain();
    }

    /**
     * The verdict.
     *
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    Verdict verdict() {
        return new VerdictBody(decision, amount, shares, reasons, explanation, secret, deMinimis)
                .verdict();
    }
}
