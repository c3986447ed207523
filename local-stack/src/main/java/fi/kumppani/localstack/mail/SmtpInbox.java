package fi.kumppani.localstack.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.ServerSetup;

import java.net.Socket;
import java.time.Clock;

/** GreenMail's SMTP server, with our store in place of its mailboxes, which live in memory only. */
final class SmtpInbox extends SmtpServer {

    private final SmtpManager delivery;

    SmtpInbox(int port, MailStore store, Clock clock) {
        super(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP), new Managers());
        delivery = new Delivery(managers, store, clock);
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket client) {
        return new SmtpHandler(new SmtpCommandRegistry(), delivery, client);
    }

    private static final class Delivery extends SmtpManager {

        private final MailStore store;
        private final Clock clock;

        Delivery(Managers managers, MailStore store, Clock clock) {
            super(managers.getImapHostManager(), managers.getUserManager());
            this.store = store;
            this.clock = clock;
        }

        @Override
        public synchronized void send(SmtpState state) {
            var mail = state.getMessage();
            store.add(
                    mail.getMessage(),
                    mail.getToAddresses().stream().map(MailAddress::getEmail).toList(),
                    clock.instant());
        }
    }
}
