package fi.kumppani.newsletter.sender;

import fi.kumppani.newsletter.dispatch.MailServer;
import fi.kumppani.newsletter.dispatch.MailServers;

import org.springframework.stereotype.Service;

import java.util.Optional;

/** A municipality's own mail server takes its letters once they come from its own sender. */
@Service
class OwnMailServers implements MailServers {

    private final SenderProfiles profiles;

    OwnMailServers(SenderProfiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public Optional<MailServer> current() {
        return profiles.current()
                .body()
                .filter(SenderProfile::isVerified)
                .map(SenderProfile::server);
    }
}
