package fi.kumppani.grants.eligibility;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.kit.money.Euros;

import java.util.List;

/**
 * The most that one applicant gets from a call, in however many rounds and applications. Who of
 * those who apply together gets what is not told, so all of it counts for each of them: or two who
 * apply in each other's names would get it twice.
 */
public final class CapPerApplicant {

    private CapPerApplicant() {}

    /**
     * Whether one of those who apply keeps within it; who applies to a call without one does.
     *
     * @param amount what is asked for, or to be granted
     * @param others what else this one has applied for in the budget year, alone or with others
     */
    public static boolean holds(CallTerms terms, CallId call, Euros amount, List<Earlier> others) {
        Euros most = terms.scheme().capPerApplicant();
        if (most == null) {
            return true;
        }
        Euros sum =
                others.stream()
                        .filter(each -> each.call().equals(call))
                        .map(Earlier::amount)
                        .reduce(amount, Euros::plus);
        return !sum.exceeds(most);
    }
}
