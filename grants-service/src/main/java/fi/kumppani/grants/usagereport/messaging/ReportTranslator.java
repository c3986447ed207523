package fi.kumppani.grants.usagereport.messaging;

import fi.kumppani.contracts.grants.UsageReportChanged;
import fi.kumppani.grants.usagereport.Check;
import fi.kumppani.grants.usagereport.Stage;
import fi.kumppani.grants.usagereport.UsageReport;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.text.WireCodes;

import org.springframework.stereotype.Component;

import java.util.List;

/** Says in the words of the contracts how a report stands; nothing that people wrote. */
@Component
class ReportTranslator implements MessageTranslator<UsageReport> {

    @Override
    public List<OutboundMessage> announce(UsageReport report) {
        String id = report.application().value();
        Check found = report.conclusion().orElse(null);
        return List.of(
                new OutboundMessage(
                        UsageReportChanged.TYPE,
                        id,
                        new UsageReportChanged(
                                new fi.kumppani.contracts.grants.UsageReport(
                                        id,
                                        report.stage().word(),
                                        report.content().used().toContract(),
                                        report.stage() instanceof Stage.Supplementing(var asked)
                                                ? asked.dueOn()
                                                : null,
                                        found == null ? null : WireCodes.of(found.finding()),
                                        found == null ? null : found.accepted().toContract(),
                                        found == null ? null : found.recover().toContract()))));
    }
}
