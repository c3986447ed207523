package fi.kumppani.localstack.smoke;

import fi.kumppani.localstack.system.RunningSystem;
import fi.kumppani.localstack.system.Step;
import fi.kumppani.localstack.system.Steps;

import java.time.Clock;
import java.util.List;

/** The main job once through, from a subscriber's first letter to a grant in the report. */
public final class SmokeWalk implements Steps {

    @Override
    public String title() {
        return "The main job, once through";
    }

    @Override
    public List<Step> of(RunningSystem system) {
        var walk = new MainJob(system, Clock.systemUTC());
        var next = new NextEditions(system, Clock.systemUTC());
        return List.of(
                new Step("The report shows the sources' figures", walk::readReports),
                new Step("Somebody asks for the Seinäjoki letter", walk::subscribe),
                new Step("They confirm with the link in the mail", walk::confirmSubscription),
                new Step("They are welcomed with the latest issue", walk::welcomeWithLatest),
                new Step("An association registers in Evijärvi", walk::registerAssociation),
                new Step("It is verified and gets a representative", walk::mandate),
                new Step("An event with 80 seats is announced", walk::announceEvent),
                new Step("80 people get the 80 seats", walk::fillSeats),
                new Step("The 81st waits as the first in line", walk::wait81st),
                new Step("One cancels with the link in their mail", walk::cancelOne),
                new Step("The 81st gets the seat and a mail", walk::promote),
                new Step("Somebody registers for the next Järjestöilta", next::register),
                new Step("They give their seat back", next::giveBack),
                new Step("A call for event grants is published", walk::publishCall),
                new Step("The representative applies for 400 €", walk::apply),
                new Step(
                        "They ask about the next village fund",
                        () -> next.couldApply(walk.association())),
                new Step("400 € are granted, and a mail tells it", walk::grant),
                new Step("A grant beyond the budget is refused", walk::refuseBeyondBudget),
                new Step("An issue goes to the list", walk::sendIssue),
                new Step("The subscriber gets it once", walk::readIssue),
                new Step("They leave with the link in it", walk::leave),
                new Step("The report has moved", walk::readReportAgain));
    }
}
