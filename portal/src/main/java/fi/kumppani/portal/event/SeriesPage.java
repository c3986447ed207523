package fi.kumppani.portal.event;

import fi.kumppani.portal.reader.Reader;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows a series of events: what is to come, and its archive by year. */
@Controller
class SeriesPage {

    private final FindSeries findSeries;

    SeriesPage(FindSeries findSeries) {
        this.findSeries = findSeries;
    }

    @GetMapping("/m/{code}/series/{id}")
    String see(@PathVariable String code, @PathVariable String id, Reader reader, Model model) {
        model.addAttribute("series", findSeries.find(code, id, reader));
        return "series";
    }
}
