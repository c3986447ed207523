package fi.kumppani.portal.official;

import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What waits for those who handle and decide grants, and since when. */
@Controller
class WorkPage {

    private final WorkPages pages;
    private final WorkQueue queue;

    WorkPage(WorkPages pages, WorkQueue queue) {
        this.pages = pages;
        this.queue = queue;
    }

    @GetMapping("/m/{code}/work")
    String see(
            @PathVariable String code,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Official official = pages.official(code, request, reader);
        WorkQueue.Found found = queue.of(code, official);
        if (found.calls().found().isEmpty() && !found.calls().isAway()) {
            throw new NoSuchPageException();
        }
        QueueView view = QueueView.of(code, found, official.subject(), reader.language());
        pages.frame(code, WorkPages.queue(code), reader, model);
        model.addAttribute("queue", view);
        model.addAttribute("callsAway", found.calls().isAway());
        model.addAttribute("batchesAway", found.batches().isAway());
        if (view.isPartial()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
        return "work";
    }
}
