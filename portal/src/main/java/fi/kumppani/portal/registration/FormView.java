package fi.kumppani.portal.registration;

import fi.kumppani.portal.event.EventView;
import fi.kumppani.portal.event.RulesFacts;
import fi.kumppani.portal.reader.Language;

import java.util.List;

/**
 * What the form of an event asks besides name, address and language.
 *
 * @param largestParty how many may come under one registration
 * @param quotas the quotas one counts in; none when there are none
 * @param asksAssociation whether it asks for which association one comes
 * @param needsAssociation whether one must come for one
 * @param byInvitation whether one chooses among those invited, instead of looking for one
 * @param associations those one chooses from
 * @param groups the workshop groups one chooses from
 * @param groupedByClass whether the association's class decides on the group
 * @param questions what is asked for those who prepare the event
 * @param needs what is asked about diets and accessibility, and kept apart
 */
record FormView(
        int largestParty,
        List<Choice> quotas,
        boolean asksAssociation,
        boolean needsAssociation,
        boolean byInvitation,
        List<Choice> associations,
        List<Choice> groups,
        boolean groupedByClass,
        List<AskedQuestion> questions,
        List<AskedQuestion> needs) {

    static FormView of(EventView event, List<Choice> associations, Language language) {
        RulesFacts rules = event.signUp().rules();
        return new FormView(
                rules.party(),
                rules.quotas().stream()
                        .map(quota -> new Choice(quota.id(), quota.title().told(language)))
                        .toList(),
                asksAssociation(event),
                rules.forAssociations(),
                rules.byInvitation(),
                associations,
                rules.groupsToChoose().stream()
                        .map(group -> new Choice(group.id(), group.title().told(language)))
                        .toList(),
                rules.groupedByClass(),
                AskedQuestion.of(rules, false, language),
                AskedQuestion.of(rules, true, language));
    }

    /** Whether it matters at this event for which association somebody comes. */
    static boolean asksAssociation(EventView event) {
        RulesFacts rules = event.signUp().rules();
        return rules.forAssociations()
                || rules.seatsPerAssociation() != null
                || rules.groupedByClass()
                || event.audience().contains("associations");
    }
}
