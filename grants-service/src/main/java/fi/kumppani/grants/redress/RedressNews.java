package fi.kumppani.grants.redress;

/**
 * That something was done about a decision.
 *
 * @param redress as it is now
 * @param changed the number of the case that changed; 0 for the appeal to a court
 */
public record RedressNews(Redress redress, int changed) {}
