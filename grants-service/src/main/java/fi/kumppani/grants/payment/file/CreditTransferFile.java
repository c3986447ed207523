package fi.kumppani.grants.payment.file;

import fi.kumppani.grants.payment.PaymentBatch;
import fi.kumppani.grants.payment.PaymentRow;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

/**
 * A batch as a SEPA credit transfer (ISO 20022, pain.001). The same batch gives the same bytes
 * whenever it is asked for, with the batch's id as message id, so that a bank knows it again. No
 * file leaves that the schema does not allow.
 */
@Component
public class CreditTransferFile {

    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_TEXT = 140;

    private final Map<PainVersion, Schema> schemas = new EnumMap<>(PainVersion.class);

    CreditTransferFile() {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        try {
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            for (PainVersion version : PainVersion.values()) {
                URL schema =
                        Objects.requireNonNull(
                                CreditTransferFile.class.getResource(
                                        "/" + version.message() + ".xsd"));
                schemas.put(version, factory.newSchema(schema));
            }
        } catch (SAXException e) {
            throw new IllegalStateException("The schemas of pain.001 cannot be read", e);
        }
    }

    /**
     * The file.
     *
     * @throws IllegalStateException when the schema does not allow it
     */
    public byte[] of(PaymentBatch batch, Instant approvedAt, PainVersion version) {
        var bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory()
                            .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new Writing(xml, version).write(batch, approvedAt);
            xml.close();
            var validator = Objects.requireNonNull(schemas.get(version)).newValidator();
            validator.validate(new StreamSource(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (XMLStreamException | SAXException e) {
            throw new IllegalStateException("The schema does not allow this batch", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private record Writing(XMLStreamWriter xml, PainVersion version) {

        void write(PaymentBatch batch, Instant approvedAt) throws XMLStreamException {
            List<PaymentRow> rows = batch.payments();
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("Document");
            xml.writeDefaultNamespace(version.namespace());
            xml.writeStartElement("CstmrCdtTrfInitn");
            xml.writeStartElement("GrpHdr");
            element("MsgId", batch.id().compact());
            element("CreDtTm", moment(approvedAt));
            sums(rows);
            party("InitgPty", batch.payer().name());
            xml.writeEndElement();
            xml.writeStartElement("PmtInf");
            element("PmtInfId", batch.id().compact());
            element("PmtMtd", "TRF");
            element("BtchBookg", "false");
            sums(rows);
            xml.writeStartElement("PmtTpInf");
            nested("SvcLvl", "Cd", "SEPA");
            xml.writeEndElement();
            if (version == PainVersion.V03) {
                element("ReqdExctnDt", batch.payer().on().toString());
            } else {
                nested("ReqdExctnDt", "Dt", batch.payer().on().toString());
            }
            party("Dbtr", batch.payer().name());
            account("DbtrAcct", batch.payer().iban().value());
            xml.writeStartElement("DbtrAgt");
            xml.writeStartElement("FinInstnId");
            nested("Othr", "Id", "NOTPROVIDED");
            xml.writeEndElement();
            xml.writeEndElement();
            element("ChrgBr", "SLEV");
            for (PaymentRow row : rows) {
                transfer(row);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
        }

        private void sums(List<PaymentRow> rows) throws XMLStreamException {
            element("NbOfTxs", Integer.toString(rows.size()));
            element(
                    "CtrlSum",
                    rows.stream()
                            .map(PaymentRow::amount)
                            .reduce(Euros.ZERO, Euros::plus)
                            .toString());
        }

        private void transfer(PaymentRow row) throws XMLStreamException {
            xml.writeStartElement("CdtTrfTxInf");
            xml.writeStartElement("PmtId");
            element("InstrId", row.endToEndId());
            element("EndToEndId", row.endToEndId());
            xml.writeEndElement();
            xml.writeStartElement("Amt");
            xml.writeStartElement("InstdAmt");
            xml.writeAttribute("Ccy", "EUR");
            xml.writeCharacters(row.amount().toString());
            xml.writeEndElement();
            xml.writeEndElement();
            party("Cdtr", row.payee());
            account("CdtrAcct", row.iban().value());
            nested(
                    "RmtInf",
                    "Ustrd",
                    cut(row.diaryNumber() + " / " + row.instalment(), LONGEST_TEXT));
            xml.writeEndElement();
        }

        private void party(String element, String name) throws XMLStreamException {
            nested(element, "Nm", cut(name, LONGEST_NAME));
        }

        private void account(String element, String iban) throws XMLStreamException {
            xml.writeStartElement(element);
            nested("Id", "IBAN", iban);
            xml.writeEndElement();
        }

        private void nested(String outer, String inner, String text) throws XMLStreamException {
            xml.writeStartElement(outer);
            element(inner, text);
            xml.writeEndElement();
        }

        private void element(String name, String text) throws XMLStreamException {
            xml.writeStartElement(name);
            xml.writeCharacters(text);
            xml.writeEndElement();
        }

        private static String moment(Instant at) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                    at.truncatedTo(ChronoUnit.SECONDS).atZone(FinnishTime.ZONE));
        }

        private static String cut(String text, int longest) {
            return text.length() <= longest ? text : text.substring(0, longest);
        }
    }
}
