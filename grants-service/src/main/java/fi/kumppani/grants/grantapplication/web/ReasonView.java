package fi.kumppani.grants.grantapplication.web;

import fi.kumppani.grants.grantapplication.DecisionReason;
import fi.kumppani.kit.text.LocalizedText;

/** A reason in words that everybody may read. */
record ReasonView(String code, LocalizedText text) {

    static ReasonView of(DecisionReason reason) {
        return new ReasonView(reason.code(), reason.text());
    }
}
