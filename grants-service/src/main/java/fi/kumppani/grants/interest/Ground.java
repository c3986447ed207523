package fi.kumppani.grants.interest;

/**
 * Why somebody is disqualified (hallintolaki 434/2003, 28 §); its name in kebab case is the code in
 * answers. The first that applies is told.
 */
public enum Ground {
    /** They said so themselves in this very case (jääväys; 29 §). */
    OWN_STATEMENT,
    /** They act for the association by mandate, as the registry tells (28 § 1 mom. 2 kohta). */
    MANDATE,
    /** They sit on its board or in a comparable organ, or lead it (5 kohta). */
    BOARD_SEAT,
    /** They are employed by it, or it has given them an assignment (4 kohta). */
    EMPLOYMENT,
    /** They represent or assist it otherwise (2 kohta). */
    REPRESENTATION,
    /** Somebody close to them (läheinen, 2 mom.) has one of these ties, or is the party. */
    CLOSE_PERSON,
    /**
     * The decision would bring them a special benefit or harm, or they are a party (1, 3 kohta).
     */
    SPECIAL_BENEFIT,
    /** Trust in their impartiality is endangered for another particular reason (7 kohta). */
    OTHER_GROUND
}
