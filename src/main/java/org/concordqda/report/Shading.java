package org.concordqda.report;

import org.apache.poi.ss.usermodel.ColorScaleFormatting;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.ExtendedColor;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;

/// Shades the numbers of a matrix by size, from white to blue.
final class Shading {
    private Shading() {}

    static void add(Sheet sheet, org.concordqda.report.Sheet.Shade shade, int lastRow) {
        if (lastRow < 1) {
            return;
        }
        SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        ConditionalFormattingRule rule = formatting.createConditionalFormattingColorScaleRule();
        ColorScaleFormatting scale = rule.getColorScaleFormatting();
        scale.setNumControlPoints(2);
        scale.getThresholds()[0].setRangeType(RangeType.MIN);
        scale.getThresholds()[1].setRangeType(RangeType.MAX);
        ExtendedColor least = sheet.getWorkbook().getCreationHelper().createExtendedColor();
        least.setARGBHex("FFFFFFFF");
        ExtendedColor most = sheet.getWorkbook().getCreationHelper().createExtendedColor();
        most.setARGBHex("FF6BA5D7");
        scale.setColors(new ExtendedColor[] {least, most});
        CellRangeAddress[] where = {new CellRangeAddress(1, lastRow, shade.first(), shade.last())};
        formatting.addConditionalFormatting(where, rule);
    }
}
