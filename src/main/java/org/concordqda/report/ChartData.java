package org.concordqda.report;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;
import org.concordqda.analysis.Column;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

import javax.xml.namespace.QName;

/// Collects the few rows a chart shows while they are written, then draws a native chart to the right of the
/// table that refers to the cells and carries their values.
final class ChartData {
    private static final int WIDE = 10;
    private static final int HIGH = 24;

    private final Sheet.Chart chart;
    private final List<String> categories = new ArrayList<>();
    private final List<List<Double>> values = new ArrayList<>();

    ChartData(Sheet.Chart chart) {
        this.chart = chart;
        chart.series().forEach(s -> values.add(new ArrayList<>()));
    }

    void add(@Nullable Object[] row) {
        if (categories.size() == chart.rows()) {
            return;
        }
        categories.add(CellText.plain(row[chart.category()]));
        for (int s = 0; s < values.size(); s++) {
            Object value = row[chart.series().get(s)];
            values.get(s).add(value instanceof Number number ? number.doubleValue() : 0.0);
        }
    }

    void draw(SXSSFWorkbook workbook, SXSSFSheet on, List<Column> columns) {
        if (categories.isEmpty() || values.isEmpty()) {
            return;
        }
        XSSFSheet sheet = workbook.getXSSFWorkbook().getSheet(on.getSheetName());
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        int left = columns.size() + 1;
        XSSFChart drawn =
                drawing.createChart(
                        new XSSFClientAnchor(0, 0, 0, 0, left, 1, left + WIDE, 1 + HIGH));
        drawn.setTitleText(chart.title());
        drawn.setTitleOverlay(false);
        if (values.size() > 1) {
            drawn.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        }
        XDDFCategoryAxis bottom = drawn.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis side = drawn.createValueAxis(AxisPosition.LEFT);
        side.setCrosses(AxisCrosses.AUTO_ZERO);
        XDDFBarChartData bars = (XDDFBarChartData) drawn.createData(ChartTypes.BAR, bottom, side);
        bars.setBarDirection(BarDirection.COL);
        bars.setBarGrouping(chart.stacked() ? BarGrouping.PERCENT_STACKED : BarGrouping.CLUSTERED);
        if (chart.stacked()) {}
        XDDFCategoryDataSource names =
                XDDFDataSourcesFactory.fromArray(
                        categories.toArray(String[]::new), range(sheet, chart.category()));
        for (int s = 0; s < values.size(); s++) {
            int column = chart.series().get(s);
            XDDFNumericalDataSource<Double> numbers =
                    XDDFDataSourcesFactory.fromArray(
                            values.get(s).toArray(Double[]::new), range(sheet, column));
            bars.addSeries(names, numbers).setTitle(columns.get(column).name(), null);
        }
        drawn.plot(bars);
        label(drawn);
        if (chart.stacked()) {
            overlap(drawn);
        }
    }

    /// Puts stacked parts on top of each other instead of side by side. Written as plain XML: POI's small
    /// schema jar leaves the type of this attribute out.
    private static void overlap(XSSFChart chart) {
        for (var bar : chart.getCTChart().getPlotArea().getBarChartList()) {
            try (XmlCursor cursor = bar.addNewOverlap().newCursor()) {
                cursor.setAttributeText(new QName("val"), "100");
            }
        }
    }

    private String range(XSSFSheet sheet, int column) {
        return new CellRangeAddress(1, categories.size(), column, column)
                .formatAsString(sheet.getSheetName(), true);
    }

    /// The numbers on the bars.
    private static void label(XSSFChart chart) {
        for (var bar : chart.getCTChart().getPlotArea().getBarChartList()) {
            for (var series : bar.getSerList()) {
                var labels = series.addNewDLbls();
                labels.addNewShowLegendKey().setVal(false);
                labels.addNewShowVal().setVal(true);
                labels.addNewShowCatName().setVal(false);
                labels.addNewShowSerName().setVal(false);
                labels.addNewShowPercent().setVal(false);
                labels.addNewShowBubbleSize().setVal(false);
            }
        }
    }
}
