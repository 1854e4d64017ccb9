package org.concordqda.report;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormat;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/// The few cell styles of a workbook.
final class Styles {
    final CellStyle header;
    final CellStyle text;

    /// For text that begins like a formula: Excel shows it, and keeps it as text when the cell is edited.
    final CellStyle quoted;

    final CellStyle whole;
    final CellStyle number;
    final CellStyle share;
    final CellStyle moment;
    final CellStyle day;

    Styles(Workbook workbook) {
        DataFormat formats = workbook.createDataFormat();
        header = workbook.createCellStyle();
        Font bold = workbook.createFont();
        bold.setBold(true);
        header.setFont(bold);
        header.setBorderBottom(BorderStyle.THIN);
        header.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        text = styled(workbook, formats, "General");
        quoted = styled(workbook, formats, "General");
        quoted.setQuotePrefixed(true);
        whole = styled(workbook, formats, "0");
        number = styled(workbook, formats, "0.0000");
        share = styled(workbook, formats, "0.0%");
        moment = styled(workbook, formats, "yyyy-mm-dd hh:mm:ss");
        day = styled(workbook, formats, "yyyy-mm-dd");
    }

    private static CellStyle styled(Workbook workbook, DataFormat formats, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(formats.getFormat(format));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }
}
