package fi.kumppani.portal.application;

import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Told;

import org.springframework.ui.Model;

import java.util.List;
import java.util.Optional;

/**
 * What the form of a plan asks.
 *
 * @param most the most euros for one application
 * @param asksCost whether the whole cost has to be told
 * @param asksDays whether the days have to be told
 * @param declarations what is declared
 * @param others the beginnings of the names of fields for other grants
 * @param costs for which costs there are fields; none when they need not be told by kind
 * @param incomes for what pays for them
 * @param isNew whether there is no address of whom to write to yet
 */
record PlanView(
        String most,
        boolean asksCost,
        boolean asksDays,
        List<Declaration> declarations,
        List<String> others,
        List<CostFields.Field> costs,
        List<CostFields.Field> incomes,
        boolean isNew) {

    /** A declaration of the call. */
    record Declaration(String id, Told text) {}

    static PlanView of(CallPart call, FilledForm form, boolean isNew, Language language) {
        List<CostFields.Field> costs = CostFields.costs(call, form);
        return new PlanView(
                Formats.euros(call.capPerApplication()),
                call.asksCost(),
                call.asksDays(),
                call.declarations().stream()
                        .map(
                                each ->
                                        new Declaration(
                                                Optional.ofNullable(each.id()).orElse(""),
                                                Optional.ofNullable(each.statement())
                                                        .map(text -> text.told(language))
                                                        .orElse(new Told("–", language.code()))))
                        .toList(),
                PlanFields.rows(form),
                costs,
                costs.isEmpty() ? List.of() : CostFields.incomes(),
                isNew);
    }

    void put(Model model) {
        model.addAttribute("asks", this);
    }
}
