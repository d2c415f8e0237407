package io.gameday.report.export;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// A filled template as a tree. It loads nothing: a document type, with which it could, is refused.
final class Xhtml {

    private Xhtml() {
    }

    /// @throws TemplateFailure naming the template and the line of what it gave
    static Document parse(String template, String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Throwing());
            return builder.parse(new InputSource(new StringReader(text)));
        } catch (SAXParseException e) {
            throw new TemplateFailure("The template " + template + " does not give well-formed XML: line "
                    + e.getLineNumber() + " of what it gives: " + e.getMessage(), e);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new TemplateFailure("The template " + template + " does not give well-formed XML: " + e.getMessage(),
                    e);
        }
    }

    /// Every element with this class, in the document's order.
    static List<Element> ofClass(Document document, String name) {
        NodeList all = document.getElementsByTagName("*");
        return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i))
                .filter(e -> List.of(e.getAttribute("class").split(" ")).contains(name)).toList();
    }

    /// The parser's own would print to the terminal of whoever runs us.
    private static final class Throwing implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // Nothing of the document is lost.
        }

        @Override
        public void error(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXParseException {
            throw e;
        }
    }
}
