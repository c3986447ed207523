package fi.kumppani.registry.association.web;

import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.association.Association;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** An association as a row of a table, in the words of the JSON. */
final class AssociationRow {

    static final List<String> HEADINGS =
            List.of(
                    "id",
                    "name.fi",
                    "name.sv",
                    "name.en",
                    "businessId",
                    "registerNumber",
                    "form",
                    "homeMunicipality",
                    "purposeClass",
                    "themes",
                    "status",
                    "active",
                    "registeredAt",
                    "confirmedOn");

    private AssociationRow() {}

    static List<String> of(Association association) {
        AssociationView view = AssociationView.of(association);
        LocalizedText name = view.name();
        return Stream.of(
                        view.id(),
                        name.fi(),
                        name.sv(),
                        name.en(),
                        view.businessId(),
                        view.registerNumber(),
                        view.form(),
                        view.homeMunicipality(),
                        view.purposeClass(),
                        String.join(" ", view.themes()),
                        view.status(),
                        view.active(),
                        view.registeredAt(),
                        view.confirmedOn())
                .map(cell -> Objects.toString(cell, ""))
                .toList();
    }
}
