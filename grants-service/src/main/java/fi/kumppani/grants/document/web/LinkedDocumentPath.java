package fi.kumppani.grants.document.web;

import fi.kumppani.grants.document.ComposeDecisionDocument;
import fi.kumppani.grants.grantapplication.DocumentPath;
import fi.kumppani.grants.grantapplication.GrantApplication;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/** Where the mail about a decision leads to its document. */
@Component
class LinkedDocumentPath implements DocumentPath {

    private final ComposeDecisionDocument compose;

    LinkedDocumentPath(ComposeDecisionDocument compose) {
        this.compose = compose;
    }

    @Override
    public Optional<List<String>> of(GrantApplication.Decided decided) {
        return compose.compose(decided, null)
                .map(
                        _ ->
                                List.of(
                                        "applications",
                                        decided.filing().id().value(),
                                        "view",
                                        "document.pdf"));
    }
}
