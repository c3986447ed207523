package fi.kumppani.grants.payment.file;

import fi.kumppani.grants.payment.StatusReport;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a bank's status report (ISO 20022, pain.002 in any version), as it comes. A report with a
 * document type is not read: nothing of it can name a file or grow.
 */
@Component
public class StatusReportFile {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.";
    private static final String GROUP = "OrgnlGrpInfAndSts";
    private static final String BATCH = "OrgnlPmtInfAndSts";
    private static final String PAYMENT = "TxInfAndSts";
    private static final Set<String> PARTS = Set.of(GROUP, BATCH, PAYMENT);

    private final XMLInputFactory factory;

    StatusReportFile() {
        factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /** The report; empty when this is none. */
    public Optional<StatusReport> read(byte[] file) {
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            try {
                return new Reading(xml).read();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException _) {
            return Optional.empty();
        }
    }

    /** One pass through a report; what is said of a part is known when the part ends. */
    private static final class Reading {

        private final XMLStreamReader xml;
        private final Deque<String> path = new ArrayDeque<>();
        private final Map<String, Map<String, String>> told = new HashMap<>();
        private final List<StatusReport.Line> lines = new ArrayList<>();
        private boolean isReport;

        Reading(XMLStreamReader xml) {
            this.xml = xml;
        }

        Optional<StatusReport> read() throws XMLStreamException {
            var text = new StringBuilder();
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                        return Optional.empty();
                    }
                    case XMLStreamConstants.START_ELEMENT -> {
                        begin();
                        text.setLength(0);
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                            text.append(xml.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        end(text.toString().strip());
                        text.setLength(0);
                    }
                    default -> {}
                }
            }
            return report();
        }

        private void begin() {
            if (path.isEmpty()) {
                String namespace = xml.getNamespaceURI();
                isReport = namespace != null && namespace.startsWith(NAMESPACE);
            }
            path.push(xml.getLocalName());
            if (xml.getLocalName().equals(PAYMENT)) {
                told.remove(PAYMENT);
            }
        }

        private void end(String text) {
            String name = path.pop();
            if (name.equals(PAYMENT)) {
                payment();
                return;
            }
            path.stream()
                    .filter(PARTS::contains)
                    .findFirst()
                    .filter(_ -> !text.isEmpty())
                    .ifPresent(part -> tell(part, key(name), text));
        }

        /** The code of a reason is the only {@code Cd} that counts. */
        private String key(String name) {
            return name.equals("Cd") && "Rsn".equals(path.peek()) ? "reason" : name;
        }

        private void tell(String part, String name, String text) {
            told.computeIfAbsent(part, _ -> new HashMap<>()).putIfAbsent(name, text);
        }

        private void payment() {
            String id = told(PAYMENT, "OrgnlEndToEndId");
            if (id != null) {
                lines.add(new StatusReport.Line(id, verdict(PAYMENT, "TxSts")));
            }
        }

        private Optional<StatusReport> report() {
            String message = told(GROUP, "OrgnlMsgId");
            if (!isReport || message == null) {
                return Optional.empty();
            }
            StatusReport.Verdict batch = verdict(BATCH, "PmtInfSts");
            return Optional.of(
                    new StatusReport(
                            message,
                            batch.status() == null ? verdict(GROUP, "GrpSts") : batch,
                            lines));
        }

        private StatusReport.Verdict verdict(String part, String status) {
            return new StatusReport.Verdict(told(part, status), told(part, "reason"));
        }

        private @Nullable String told(String part, String name) {
            return told.getOrDefault(part, Map.of()).get(name);
        }
    }
}
