package sheet

import (
	"archive/zip"
	"bytes"
	"strings"
	"unicode/utf16"
)

// form is what a file really is, whatever its name says.
type form int

const (
	formCSV form = iota
	formXLSX
)

var oleHeader = []byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}

// detect tells XLSX and CSV by content and refuses everything else by name,
// with the remedy.
func detect(data []byte) (form, error) {
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return 0, refuse("the file is empty; choose the file that holds the rows")
	case bytes.HasPrefix(data, oleHeader):
		return 0, oleFile(data)
	case bytes.HasPrefix(data, []byte("PK")):
		return formXLSX, zipFile(data)
	case bytes.HasPrefix(data, []byte("%PDF")):
		return 0, refuse("this is a PDF; ask for the spreadsheet it was printed from, or copy its table into the template")
	case bytes.HasPrefix(data, []byte("HWP Document File")):
		return 0, refuse("this is a Hangul document (.hwp); copy its table into Excel and save that as .xlsx")
	case bytes.Contains(head64(data), []byte("DRMONE")), bytes.HasPrefix(data, []byte("SCDSA")), bytes.HasPrefix(data, []byte("<DOCUMENT SAFER")), bytes.Contains(head64(data), []byte("Fasoo")):
		return 0, refuse("the file is locked by document security (DRM); open it in Excel, release the lock and save it again")
	case bytes.HasPrefix(data, []byte{0x1f, 0x8b}), bytes.HasPrefix(data, []byte("7z\xbc\xaf")), bytes.HasPrefix(data, []byte("Rar!")):
		return 0, refuse("this is an archive; unpack it and choose the .xlsx or .csv inside")
	case bytes.HasPrefix(data, []byte{0x09, 0x08}), bytes.HasPrefix(data, []byte{0x09, 0x04}), bytes.HasPrefix(data, []byte{0x09, 0x02}):
		return 0, refuse("this is an old Excel workbook (.xls); open it in Excel and save it as .xlsx")
	case bytes.HasPrefix(data, []byte("\x89PNG")), bytes.HasPrefix(data, []byte{0xff, 0xd8, 0xff}), bytes.HasPrefix(data, []byte("GIF8")):
		return 0, refuse("this is a picture; choose the .xlsx or .csv file")
	}
	return formCSV, markup(data)
}

func head64(data []byte) []byte { return data[:min(len(data), 64)] }

// markup refuses pages and XML that carry a spreadsheet's name.
func markup(data []byte) error {
	start := strings.ToLower(string(bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 2048)], []byte("\xef\xbb\xbf")), " \r\n\t")))
	switch {
	case strings.Contains(start, "urn:schemas-microsoft-com:office:spreadsheet"):
		return refuse("this is an XML spreadsheet of Excel 2003; open it in Excel and save it as .xlsx")
	case strings.HasPrefix(start, "<!doctype html"), strings.HasPrefix(start, "<html"), strings.HasPrefix(start, "<table"), strings.HasPrefix(start, "<meta"):
		return refuse("this is a web page under a spreadsheet's name, as many sites hand out; open it in Excel and save it as .xlsx")
	case strings.HasPrefix(start, "{\\rtf"):
		return refuse("this is a rich text document; copy its table into Excel and save that as .xlsx")
	case strings.HasPrefix(start, "<?xml"):
		return refuse("this is an XML file; open it in Excel and save it as .xlsx")
	}
	return nil
}

// oleFile names what stands in a compound file: a locked workbook, an old one,
// or a document of another program.
func oleFile(data []byte) error {
	has := func(name string) bool { return bytes.Contains(data, wide(name)) }
	switch {
	case has("EncryptedPackage"), has("EncryptionInfo"):
		return refuse("the workbook is locked with a password; open it in Excel, remove the password (File, Info, Protect Workbook) and save it again")
	case has("DRMContent"), has("\x09DRMContent"):
		return refuse("the file is locked by document security (DRM); open it in Excel, release the lock and save it again")
	case bytes.Contains(data, []byte("HWP Document File")), has("HwpSummaryInformation"):
		return refuse("this is a Hangul document (.hwp); copy its table into Excel and save that as .xlsx")
	case has("WordDocument"):
		return refuse("this is a Word document (.doc); copy its table into Excel and save that as .xlsx")
	case has("PowerPoint Document"):
		return refuse("this is a PowerPoint document (.ppt); copy its table into Excel and save that as .xlsx")
	}
	return refuse("this is an old Excel workbook (.xls); open it in Excel and save it as .xlsx")
}

func wide(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

// zipFile refuses archives that are no XLSX workbook, by name.
func zipFile(data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return refuse("the file is damaged or was not copied completely; open it in Excel and save it again")
	}
	names := map[string]bool{}
	for _, f := range z.File {
		names[strings.ToLower(strings.ReplaceAll(f.Name, "\\", "/"))] = true
	}
	under := func(prefix string) bool {
		for n := range names {
			if strings.HasPrefix(n, prefix) {
				return true
			}
		}
		return false
	}
	switch {
	case names["xl/workbook.xml"]:
		return nil
	case names["xl/workbook.bin"]:
		return refuse("this is a binary workbook (.xlsb); open it in Excel and save it as .xlsx")
	case names["index/document.iwa"], names["index.zip"], under("index/"):
		return refuse("this is an Apple Numbers document; in Numbers choose File, Export To, Excel")
	case under("word/"):
		return refuse("this is a Word document (.docx); copy its table into Excel and save that as .xlsx")
	case under("ppt/"):
		return refuse("this is a PowerPoint document (.pptx); copy its table into Excel and save that as .xlsx")
	case names["content.hpf"], under("contents/"):
		return refuse("this is a Hangul document (.hwpx); copy its table into Excel and save that as .xlsx")
	case names["mimetype"] && names["content.xml"]:
		return refuse("this is an OpenDocument file (.ods); save it as .xlsx")
	}
	for n := range names {
		if strings.HasPrefix(n, "xl/") {
			return nil
		}
	}
	return refuse("this is a ZIP archive, not a workbook; unpack it and choose the .xlsx or .csv inside")
}
