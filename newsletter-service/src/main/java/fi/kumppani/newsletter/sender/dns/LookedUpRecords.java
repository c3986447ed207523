package fi.kumppani.newsletter.sender.dns;

import fi.kumppani.newsletter.sender.DomainRecords;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Name;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks name servers over the network; keeps no answers, as coordinators wait for new ones. */
@Component
final class LookedUpRecords implements DomainRecords {

    private static final Logger log = LoggerFactory.getLogger(LookedUpRecords.class);

    private final LookupSession session;
    private final Duration limit;

    LookedUpRecords(DomainSettings settings) throws UnknownHostException {
        String server = settings.resolver();
        Resolver resolver =
                server == null || server.isBlank() ? new ExtendedResolver() : at(server);
        resolver.setTimeout(settings.timeout());
        this.session = LookupSession.builder().resolver(resolver).build();
        this.limit = settings.timeout().multipliedBy(3);
    }

    @Override
    public Answer texts(String name) {
        try {
            var found =
                    session.lookupAsync(Name.fromString(name, Name.root), Type.TXT)
                            .toCompletableFuture()
                            .get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer.Known(
                    found.getRecords().stream()
                            .filter(TXTRecord.class::isInstance)
                            .map(record -> String.join("", ((TXTRecord) record).getStrings()))
                            .toList());
        } catch (TextParseException _) {
            return new Answer.Known(List.of());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NoSuchDomainException
                    || e.getCause() instanceof NoSuchRRSetException) {
                return new Answer.Known(List.of());
            }
            log.info("The name service does not answer: {}", String.valueOf(e.getCause()));
            return new Answer.Away();
        } catch (TimeoutException _) {
            return new Answer.Away();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer.Away();
        }
    }

    /** {@code host} or {@code host:port}. */
    private static Resolver at(String server) throws UnknownHostException {
        int colon = server.lastIndexOf(':');
        if (colon < 0) {
            return new SimpleResolver(server);
        }
        SimpleResolver resolver = new SimpleResolver(server.substring(0, colon));
        resolver.setPort(Integer.parseInt(server.substring(colon + 1)));
        return resolver;
    }
}
