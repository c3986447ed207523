package fi.kumppani.portal.invitation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * Keeps the token of the invitation that somebody is about to accept while they log in: in the
 * session, so that it is in no address on the way to the identity provider and back.
 */
final class KeptToken {

    private static final String INVITATION = KeptToken.class.getName() + ".invitation";
    private static final String TOKEN = KeptToken.class.getName() + ".token";

    /** A token is far shorter. */
    private static final int MOST = 600;

    private KeptToken() {}

    /** Keeps the token of this invitation, in the place of another one's. */
    static void keep(HttpServletRequest request, String invitation, String token) {
        if (!token.isEmpty() && token.length() <= MOST) {
            HttpSession session = request.getSession();
            session.setAttribute(INVITATION, invitation);
            session.setAttribute(TOKEN, token);
        }
    }

    /** The token that was kept of this invitation; empty when none was. */
    static String of(HttpServletRequest request, String invitation) {
        HttpSession session = request.getSession(false);
        return session != null
                        && invitation.equals(session.getAttribute(INVITATION))
                        && session.getAttribute(TOKEN) instanceof String token
                ? token
                : "";
    }
}
