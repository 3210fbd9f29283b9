package prose

// What makes each kind a Block. A switch over the types of blocks belongs into
// visit.go, check.go, canonical.go and the like, which are all of them.

// Kind is KindParagraph.
func (Paragraph) Kind() Kind { return KindParagraph }

// Kind is KindHeading.
func (Heading) Kind() Kind { return KindHeading }

// Kind is KindList.
func (List) Kind() Kind { return KindList }

// Kind is KindQuote.
func (Quote) Kind() Kind { return KindQuote }

// Kind is KindPullQuote.
func (PullQuote) Kind() Kind { return KindPullQuote }

// Kind is KindPicture.
func (Picture) Kind() Kind { return KindPicture }

// Kind is KindGallery.
func (Gallery) Kind() Kind { return KindGallery }

// Kind is KindVideo.
func (Video) Kind() Kind { return KindVideo }

// Kind is KindEmbed.
func (Embed) Kind() Kind { return KindEmbed }

// Kind is KindTable.
func (Table) Kind() Kind { return KindTable }

// Kind is KindFactBox.
func (FactBox) Kind() Kind { return KindFactBox }

// Kind is KindMap.
func (Map) Kind() Kind { return KindMap }

// Kind is KindTimeline.
func (Timeline) Kind() Kind { return KindTimeline }

// Kind is KindRule.
func (Rule) Kind() Kind { return KindRule }

// Kind is KindCode.
func (Code) Kind() Kind { return KindCode }

func (b Paragraph) withBase(base Base) Block { b.Base = base; return b }
func (b Heading) withBase(base Base) Block   { b.Base = base; return b }
func (b List) withBase(base Base) Block      { b.Base = base; return b }
func (b Quote) withBase(base Base) Block     { b.Base = base; return b }
func (b PullQuote) withBase(base Base) Block { b.Base = base; return b }
func (b Picture) withBase(base Base) Block   { b.Base = base; return b }
func (b Gallery) withBase(base Base) Block   { b.Base = base; return b }
func (b Video) withBase(base Base) Block     { b.Base = base; return b }
func (e Embed) withBase(base Base) Block     { e.Base = base; return e }
func (b Table) withBase(base Base) Block     { b.Base = base; return b }
func (b FactBox) withBase(base Base) Block   { b.Base = base; return b }
func (b Map) withBase(base Base) Block       { b.Base = base; return b }
func (b Timeline) withBase(base Base) Block  { b.Base = base; return b }
func (b Rule) withBase(base Base) Block      { b.Base = base; return b }
func (b Code) withBase(base Base) Block      { b.Base = base; return b }
