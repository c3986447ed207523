package fi.kumppani.grants.grantapplication.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

/**
 * What the link in a mail shows: the decision, and what it is about.
 *
 * @param associationName absent while the registry has not told it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LinkedView(
        String id,
        String diaryNumber,
        LocalizedText callTitle,
        @Nullable LocalizedText associationName,
        Euros requested,
        ApplicationView.DecisionView decision) {}
