package fi.kumppani.portal.look;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/**
 * Looks whether a file is an SVG picture of shapes alone: nothing that runs, nothing from
 * elsewhere, and no styles, which our content policy forbids.
 */
final class SvgPicture {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Set<String> SHAPES =
            Set.of(
                    "svg",
                    "g",
                    "defs",
                    "title",
                    "desc",
                    "path",
                    "rect",
                    "circle",
                    "ellipse",
                    "line",
                    "polyline",
                    "polygon",
                    "linearGradient",
                    "radialGradient",
                    "stop",
                    "clipPath",
                    "mask",
                    "use");

    private SvgPicture() {}

    /**
     * How large it is.
     *
     * @throws IllegalArgumentException when it is none, or more than shapes
     */
    static Logo.Size size(byte[] content) {
        Element root = root(content);
        if (!SVG.equals(root.getNamespaceURI()) || !"svg".equals(root.getLocalName())) {
            throw new IllegalArgumentException("is neither a PNG nor an SVG picture");
        }
        NodeList elements = root.getElementsByTagNameNS("*", "*");
        look(root);
        for (int at = 0; at < elements.getLength(); at++) {
            look((Element) elements.item(at));
        }
        return viewBox(root.getAttribute("viewBox"));
    }

    private static void look(Element element) {
        if (!SVG.equals(element.getNamespaceURI()) || !SHAPES.contains(element.getLocalName())) {
            throw new IllegalArgumentException(
                    "has the element %s, which is no shape".formatted(element.getTagName()));
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int at = 0; at < attributes.getLength(); at++) {
            look((Attr) attributes.item(at));
        }
    }

    private static void look(Attr attribute) {
        String name = attribute.getName().toLowerCase(Locale.ROOT);
        String value = attribute.getValue().strip();
        boolean isOutside =
                ((name.equals("href") || name.endsWith(":href")) && !value.startsWith("#"))
                        || value.replace("url(#", "").contains("url(");
        if (name.startsWith("on") || name.equals("style") || isOutside) {
            throw new IllegalArgumentException(
                    "has the attribute %s: a logo has shapes and colours alone"
                            .formatted(attribute.getName()));
        }
    }

    private static Logo.Size viewBox(String text) {
        try {
            double[] box =
                    Arrays.stream(text.strip().split("[\\s,]+", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray();
            if (box.length == 4 && box[2] > 0 && box[3] > 0) {
                return new Logo.Size(box[2], box[3]);
            }
        } catch (NumberFormatException _) {
            // It is as good as none.
        }
        throw new IllegalArgumentException("must say its size in viewBox");
    }

    private static Element root(byte[] content) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(content)).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new IllegalArgumentException("is neither a PNG nor an SVG picture", e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every JDK reads XML without document types", e);
        }
    }
}
